import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A text of a page and where its left end and its letters' line are, in points from the top left. */
export interface ReadText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly ReadText[];
  readonly images: number;
}

export interface ReadPdf {
  readonly title: string;
  readonly pages: readonly ReadPage[];
  /** Every text of every page in the order in which it was drawn. */
  readonly text: string;
}

/** Reads a PDF with a library that has nothing to do with the one that wrote it. */
export async function readPdf(bytes: ArrayBuffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes.slice(0)), verbosity: 0 });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await readPage(await document.getPage(number)));
  await task.destroy();
  const text = pages.flatMap((page) => page.texts.map((one) => one.text)).join('\n');
  return { title: String((info as { Title?: unknown }).Title), pages, text };
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: PdfPage): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const { fnArray } = await page.getOperatorList();
  const texts = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y: height - y, width: item.width }];
  });
  return { width, height, texts, images: fnArray.filter((one) => one === OPS.paintImageXObject).length };
}
