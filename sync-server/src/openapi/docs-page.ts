import type { DescribedRoute, NamedSchema } from './described-route.ts';
import { describedRoutes } from './described-routes.ts';
import { jsonOf } from './schemas-of.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const idOf = (tag: string): string => tag.toLowerCase().replaceAll(/[^a-z]+/g, '-');

function schemaPart(label: string, named: NamedSchema | undefined, io: 'input' | 'output'): string {
  return Object.entries(named ?? {})
    .map(([name, schema]) => {
      const json = escaped(JSON.stringify(jsonOf(schema, io), undefined, 2));
      const title = `${label}: <code>${name.replace(/Schema$/, '')}</code>`;
      return `<details><summary>${title}</summary><pre tabindex="0"><code>${json}</code></pre></details>`;
    })
    .join('');
}

const line = (label: string, text: string | undefined): string =>
  text === undefined ? '' : `<p>${label}: ${escaped(text)}</p>`;

function routePart({ call, who, note, status, takes, answers, ...schemas }: DescribedRoute): string {
  const [method = '', path = ''] = call.split(' ');
  return `<article><h3><span class="method">${method}</span> <code>${escaped(path)}</code></h3>
<p class="who">For ${who}${status === undefined ? '' : ` · answers ${status}`}</p>
${note === undefined ? '' : `<p>${escaped(note)}</p>`}${line('Takes', takes)}${line('Answers', answers)}
${schemaPart('Query', schemas.query, 'input')}${schemaPart('Body', schemas.body, 'input')}${schemaPart('Answer', schemas.answer, 'output')}</article>`;
}

/** The document to be read: no script, nothing from elsewhere, so that the strictest policy of content lets it through. */
export function docsPage(): string {
  const tags = Object.entries(describedRoutes);
  const links = tags.map(([tag]) => `<li><a href="#${idOf(tag)}">${escaped(tag)}</a></li>`).join('');
  const sections = tags.map(
    ([tag, routes]) =>
      `<section id="${idOf(tag)}"><h2>${escaped(tag)}</h2>${routes.map((route) => routePart(route)).join('\n')}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>RevOps API</title><link rel="stylesheet" href="/api/docs/style.css"></head>
<body><header><h1>RevOps API</h1>
<p>Amounts are integers in minor units, times ISO 8601 in UTC. A call for members carries <code>Authorization: Bearer</code> and the access token of <code>POST /api/auth/login</code>. For programs: <a href="/api/docs/openapi.json">openapi.json</a>.</p>
<nav aria-label="Groups of calls"><ul>${links}</ul></nav></header>
<main>${sections.join('\n')}</main></body></html>
`;
}
