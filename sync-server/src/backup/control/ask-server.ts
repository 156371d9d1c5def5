import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { BackupError } from '../backup-error.ts';
import { proofOf, readControlFile, type ControlFile } from './control-file.ts';

const proofWithinMs = 10_000;

/** Has the server that runs on this folder do something. Undefined where none runs. */
export async function askServer(dataDir: string, task: string, input: unknown): Promise<unknown> {
  const file = await readControlFile(dataDir);
  if (!file || !(await isOurs(file))) return undefined;
  const answer = await ask(file, 'POST', `/${task}`, JSON.stringify(input)).catch((error: unknown) => {
    throw new BackupError('The server stopped before it was done.', { cause: error });
  });
  if (answer.status === 200) return answer.body;
  const { error } = answer.body as { readonly error?: string };
  throw new BackupError(error ?? `The server answered ${answer.status}.`);
}

async function isOurs(file: ControlFile): Promise<boolean> {
  const nonce = randomBytes(16).toString('hex');
  const answer = await ask(file, 'GET', `/proof?nonce=${nonce}`).catch(() => undefined);
  return (answer?.body as { readonly proof?: unknown } | undefined)?.proof === proofOf(file.token, nonce);
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Not `fetch`: that gives up after five minutes without an answer. The token goes only where the server proved itself. */
function ask(
  { port, token }: ControlFile,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<Answer> {
  const headers = method === 'POST' ? { authorization: `Bearer ${token}` } : {};
  const limit = method === 'GET' ? { signal: AbortSignal.timeout(proofWithinMs) } : {};
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, ...limit }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
