import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { qrReader, type ReadQr } from './qr-reader.ts';

/** `denied`: the person or the phone does not let the app see. `none`: there is no camera, or no secure address. */
export type ScannerState = 'starting' | 'scanning' | 'denied' | 'none';

const betweenLooksMs = 150;
/** As wide as a code of this size needs; more only takes longer on cheap phones. */
const lookWidth = 720;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function look(video: HTMLVideoElement, canvas: HTMLCanvasElement, read: ReadQr): Promise<string | undefined> {
  const scale = Math.min(1, lookWidth / Math.max(1, video.videoWidth));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return read(canvas);
}

/** Looks through the camera until it is closed, and tells each code that it sees. */
export function useScanner(isOpen: boolean, onCode: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<ScannerState>('starting');
  const tell = useEffectEvent(onCode);
  useEffect(() => {
    if (!isOpen) return undefined;
    const closing = new AbortController();
    const { signal } = closing;
    let stream: MediaStream | undefined;
    const run = async (): Promise<void> => {
      const devices = navigator.mediaDevices as MediaDevices | undefined;
      if (devices === undefined) return setState('none');
      stream = await devices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      const element = video.current;
      if (signal.aborted || element === null) return;
      element.srcObject = stream;
      await element.play();
      setState('scanning');
      const [read, canvas] = [await qrReader(), document.createElement('canvas')];
      while (!signal.aborted) {
        const text = await look(element, canvas, read);
        if (!signal.aborted && text !== undefined && text !== '') tell(text);
        await wait(betweenLooksMs);
      }
    };
    run()
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const name = error instanceof DOMException ? error.name : '';
        setState(name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'none');
      })
      .finally(() => {
        if (signal.aborted) for (const track of stream?.getTracks() ?? []) track.stop();
      });
    return () => {
      closing.abort();
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isOpen]);
  return { video, state };
}
