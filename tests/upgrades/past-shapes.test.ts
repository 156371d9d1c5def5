import { emissionsOf, viewNames } from '@revops/couchdb';
import { accessOf, documentTypes, isNewer, merge, typeNamed, upgraded } from '@revops/domain';
import { shapeOf } from '@revops/domain/testing';
import { describe, expect, it } from 'vitest';
import { keepCurrent, pastShapes, shapesOf } from './past-shapes.ts';

/** What a failure below asks for; in the compared values, so that it is read. */
const howTo =
  'as kept. If its shape changed: raise `version` in its registry entry (and CONTRACT_VERSION), add `…-v<old>-to-v<new>.ts` to its `upgrades`, and keep the new shape: WRITE_FIXTURES=1 npx vitest run --project unit tests/upgrades';

describe.each(documentTypes.map((definition) => [definition.type, definition] as const))(
  '%s',
  (type, definition) => {
    keepCurrent(definition);

    it('has a fixture of every version of its shape, and the last one is what its schema says now', () => {
      const shapes = shapesOf(type);
      const versions = Array.from({ length: definition.version }, (_, index) => index + 1);
      const kept = { versions: shapes.map(({ version }) => version), shape: shapes.at(-1)?.shape, howTo };
      expect(kept).toEqual({ versions, shape: shapeOf(definition), howTo });
      expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(shapes.length);
    });

    it('has an upgrade for every step from one version to the next', () => {
      expect(definition.upgrades ?? []).toHaveLength(definition.version - 1);
    });
  },
);

it('keeps fixtures only of types that there are', () => {
  expect(pastShapes.filter(({ type }) => typeNamed(type) === undefined)).toEqual([]);
});

describe.each(pastShapes.map((shape) => [`${shape.type} v${shape.version}`, shape] as const))(
  'a document of %s',
  (_name, { type, version, documents }) => {
    const definition = typeNamed(type);

    it.each(documents.map((body) => [body]))('reads as one of today, for the same people', (body) => {
      const now = upgraded(body);
      expect(definition?.schema.safeParse(now).error).toBeUndefined();
      expect(now.schema).toBe(definition?.version);
      expect([accessOf(now), now._id, now.type]).toEqual([[...body.access], body._id, body.type]);
      expect(upgraded(now)).toBe(now);
      expect(isNewer(body)).toBe(false);
      expect(now === body).toBe(version === definition?.version);
    });

    it.each(documents.map((body) => [body]))(
      'merges with what it has become, and changes nothing',
      (body) => {
        expect(merge([body, upgraded(body)])).toEqual(merge([upgraded(body)]));
        expect(merge([body])).toEqual(merge([upgraded(body)]));
      },
    );

    it.each(documents.map((body) => [body]))('says the same in every view and figure', (body) => {
      for (const view of viewNames)
        expect(emissionsOf(view, body)).toEqual(emissionsOf(view, upgraded(body)));
    });
  },
);
