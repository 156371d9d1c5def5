import * as fc from 'fast-check';

/** Names and texts that have broken servers before. */
export const nastyTexts = [
  '',
  '0',
  '-1',
  'null',
  'undefined',
  'NaN',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '_design/x',
  '_local/x',
  '..',
  '../../etc/passwd',
  '..\\..',
  '%00',
  '%2e%2e%2f',
  '%zz',
  '￿',
  '\u{d800}',
  'ﷺ'.repeat(50),
  "'; DROP TABLE--",
  '${7*7}',
  '{{7*7}}',
  '9'.repeat(400),
  '1e309',
  '2026-13-45T99:99:99.999Z',
  'a'.repeat(5000),
  '[]',
  '{}',
  '"',
  '1-' + 'a'.repeat(32),
  '999999999-' + 'f'.repeat(32),
  `job:${'x'.repeat(250)}`,
  'application/json',
] as const;

export const nastyText = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const nastyKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    '_id',
    '_rev',
    'docs',
    'keys',
    'email',
    'type',
    'access',
    'length',
    'toJSON',
    '',
  ),
  fc.string({ maxLength: 12 }),
);

const leaf = fc.oneof(
  nastyText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, -0, 1e21, 4_294_967_296),
);

/** Any JSON there is, with names that mean something to JavaScript. */
export const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(nastyKey, tie('value'), { maxKeys: 6 }),
  ),
})).value;

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Bodies as bytes: JSON, nearly JSON, and none at all. */
export const anyBody = fc.oneof(
  { weight: 6, arbitrary: anyJson.map((value) => Buffer.from(JSON.stringify(value) ?? '', 'utf8')) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        deep(50_000),
        `{"docs":${deep(20_000)},"new_edits":false}`,
        `{"keys":${deep(20_000)}}`,
        '{"__proto__":{"isAdmin":true}}',
        '{"constructor":{"prototype":{"isAdmin":true}}}',
        '{"docs":[{"_id":"__proto__","_rev":"1-a"}]}',
        '{"a":1,"a":[],"a":{}}',
        '﻿{}',
        '{"a":"\\ud800"}',
        '{"a":"\u0000"}',
        '[[[',
        '{',
        'null',
        '[]',
        '"text"',
        '1e400',
        ' '.repeat(10_000),
      )
      .map((text) => Buffer.from(text)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);
