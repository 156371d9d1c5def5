import type { Resolver } from 'react-hook-form';
import type { ZodType } from 'zod';

export interface FieldRule {
  readonly schema: ZodType;
  /** What is wrong and how to put it right. */
  readonly wrong: () => string;
  /** May stay empty. */
  readonly optional?: boolean;
}

const isRight = ({ schema, optional = false }: FieldRule, typed: string): boolean =>
  (optional && typed.trim() === '') || schema.safeParse(typed).success;

/** Checks each field with the schema that the server uses, and words it for people. */
export function checkFields<F extends string>(
  rules: Readonly<Record<F, FieldRule>>,
): Resolver<Record<F, string>> {
  return (values) => {
    const wrong = (Object.keys(rules) as F[]).filter((field) => !isRight(rules[field], values[field]));
    if (wrong.length === 0) return { values, errors: {} };
    const errors = Object.fromEntries(
      wrong.map((field) => [field, { type: 'wrong', message: rules[field].wrong() }]),
    );
    return { values: {}, errors: errors as never };
  };
}
