import { errorBodySchema } from '@revops/domain';
import type { DescribedRoute, NamedSchema } from './described-route.ts';
import { jsonOf, type Json, type SchemaBook } from './schemas-of.ts';

const known: Readonly<Record<string, string>> = {
  PDF: 'application/pdf',
  bytes: 'application/octet-stream',
  'Prometheus’ text': 'text/plain',
  'a page': 'text/html',
  'a style sheet': 'text/css',
};

const who: Readonly<Record<DescribedRoute['who'], string>> = {
  anybody: 'Anybody.',
  session: 'Whoever has a refresh token, in its cookie or in the body.',
  member: 'Whoever belongs to the workshop.',
  'removed too': 'Whoever belongs to the workshop, or did until an owner removed them.',
  owner: 'Owners.',
};

/** The names behind the colons of an address. */
export const pathNames = (call: string): string[] =>
  [...call.matchAll(/:([a-z0-9]+)/gi)].map(([, name = '']) => name);

function parametersOf({ call, query }: DescribedRoute): Json[] {
  const inPath = pathNames(call).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const [schema] = Object.values(query ?? {});
  const { properties = {}, required = [] } = (schema === undefined ? {} : jsonOf(schema, 'input')) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  const inQuery = Object.entries(properties).map(([name, one]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: one,
  }));
  return [...inPath, ...inQuery];
}

const content = (type: string, schema: Json): Json => ({ [type]: { schema } });

const bodyOf = (book: SchemaBook, body: NamedSchema | undefined, takes: string | undefined): Json => {
  if (body !== undefined)
    return {
      requestBody: { required: true, content: content('application/json', book.refer(body, 'input')) },
    };
  if (takes === undefined) return {};
  const type = takes.startsWith('bytes') ? 'application/octet-stream' : 'application/json';
  return { requestBody: { description: takes, content: content(type, {}) } };
};

function answerOf(book: SchemaBook, { answer, answers, status = 200 }: DescribedRoute): Json {
  if (answer !== undefined)
    return { description: 'Done.', content: content('application/json', book.refer(answer, 'output')) };
  if (answers === undefined || status === 204) return { description: 'Done.' };
  return { description: answers, content: content(known[answers] ?? 'application/json', {}) };
}

/** What the document says of one call. */
export function operationOf(book: SchemaBook, tag: string, route: DescribedRoute): Json {
  const { call, note, status = 200, body, takes } = route;
  const [method = '', path = ''] = call.split(' ');
  const isOpen = route.who === 'anybody' || route.who === 'session';
  const words = note === undefined ? '' : `${note.charAt(0).toUpperCase()}${note.slice(1)}. `;
  const parameters = parametersOf(route);
  return {
    tags: [tag],
    operationId: `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+/g, '_')}`,
    description: `${words}For: ${who[route.who]}`,
    security: isOpen ? [] : [{ bearer: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(method === 'GET' ? {} : bodyOf(book, body, takes)),
    responses: {
      [String(status)]: answerOf(book, route),
      default: {
        description: 'Refused, with a code; on /sync in CouchDB’s form.',
        content: content('application/json', book.refer({ errorBodySchema }, 'output')),
      },
    },
  };
}
