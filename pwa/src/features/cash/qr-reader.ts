/** The browser's own reader of codes, where it has one. */
interface BarcodeReader {
  detect(source: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface BarcodeReaderClass {
  new (options: { readonly formats: readonly string[] }): BarcodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Reads the code in a picture; undefined where there is none. */
export type ReadQr = (picture: HTMLCanvasElement) => Promise<string | undefined>;

async function ownReader(): Promise<ReadQr | undefined> {
  const found = (globalThis as { readonly BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;
  if (found === undefined) return undefined;
  const formats = await found.getSupportedFormats().catch((): readonly string[] => []);
  if (!formats.includes('qr_code')) return undefined;
  const reader = new found({ formats: ['qr_code'] });
  return async (picture) => (await reader.detect(picture))[0]?.rawValue;
}

/** In plain JavaScript, for iPhones, Firefox and desktops; it comes with the scanner and not before. */
async function portableReader(): Promise<ReadQr> {
  const { default: decode } = await import('qr/decode.js');
  return (picture) => {
    const context = picture.getContext('2d', { willReadFrequently: true });
    const { width, height } = picture;
    if (context === null || width === 0) return Promise.resolve(undefined);
    const { data } = context.getImageData(0, 0, width, height);
    try {
      return Promise.resolve(decode({ width, height, data }));
    } catch {
      // It throws where a picture has no code, which is most pictures.
      return Promise.resolve(undefined);
    }
  };
}

export const qrReader = async (): Promise<ReadQr> => (await ownReader()) ?? portableReader();
