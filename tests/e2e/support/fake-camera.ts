import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './browser.ts';

const [width, height] = [640, 480];

/** A browser whose cameras see what a file shows; the file is looked at when a camera starts. */
export interface CameraBrowser {
  readonly browser: Browser;
  /** Holds the cameras over the code on somebody's screen. */
  readonly holdOver: (page: Page) => Promise<void>;
}

/** One dark run of a code's row, as its picture draws it. */
interface Run {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

const runsOf = (path: string): Run[] =>
  Array.from(path.matchAll(/M(\d+) (\d+)h(\d+)/g), ([, x, y, length]) => ({
    x: Number(x),
    y: Number(y),
    length: Number(length),
  }));

/** One grey picture as an uncompressed video of one frame. */
function filmOf(runs: readonly Run[], size: number): Uint8Array {
  const module = Math.floor(height / size);
  const [left, top] = [Math.floor((width - module * size) / 2), Math.floor((height - module * size) / 2)];
  const light = new Uint8Array(width * height).fill(235);
  for (const { x, y, length } of runs)
    for (let line = 0; line < module; line += 1) {
      const start = (top + y * module + line) * width + left + x * module;
      light.fill(16, start, start + length * module);
    }
  const colour = new Uint8Array((width * height) / 2).fill(128);
  const head = new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`);
  return Uint8Array.from([...head, ...light, ...colour]);
}

export async function openCameraBrowser(): Promise<CameraBrowser> {
  const file = join(mkdtempSync(join(tmpdir(), 'revops-camera-')), 'camera.y4m');
  writeFileSync(file, filmOf([], 21));
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...chromiumArgs,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
    headless: true,
  });
  const holdOver = async (page: Page): Promise<void> => {
    const code = page.locator('svg[role=img]');
    const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
    writeFileSync(file, filmOf(runsOf((await code.locator('path').getAttribute('d')) ?? ''), size));
  };
  return { browser, holdOver };
}
