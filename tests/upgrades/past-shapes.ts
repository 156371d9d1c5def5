import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AnyDocument, DocumentType } from '@revops/domain';
import { fullAndEmpty, shapeOf } from '@revops/domain/testing';

/** One version of a type's shape, with documents as apps of that version have stored them. Never changed afterwards. */
export interface PastShape {
  readonly type: string;
  readonly version: number;
  readonly shape: string;
  readonly documents: readonly AnyDocument[];
}

const folder = new URL('./fixtures/', import.meta.url);
const fileOf = ({ type, version }: Pick<PastShape, 'type' | 'version'>): URL =>
  new URL(`${type}-v${version}.json`, folder);

/** Every shape that may stand in somebody's database, on somebody's phone or in an exported file. */
export const pastShapes: readonly PastShape[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as PastShape);

export const shapesOf = (type: string): readonly PastShape[] =>
  pastShapes.filter((shape) => shape.type === type).toSorted((a, b) => a.version - b.version);

/**
 * Keeps the current shape of a type, once: `WRITE_FIXTURES=1 npx vitest run tests/upgrades`. A shape that is kept already
 * is never written again, because documents of it exist.
 */
export function keepCurrent(definition: DocumentType): void {
  const { type, version } = definition;
  if (process.env['WRITE_FIXTURES'] !== '1' || existsSync(fileOf(definition))) return;
  const kept = { type, version, shape: shapeOf(definition), documents: fullAndEmpty(type) };
  writeFileSync(fileOf(definition), `${JSON.stringify(kept, null, 2)}\n`);
}
