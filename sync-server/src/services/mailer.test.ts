import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { registerOwner, startServer } from '#src/testing/start-server.ts';

it('sends the reset mail by SMTP, with a link that works', async () => {
  let received: (mail: { to: string; text: string }) => void = () => undefined;
  const mail = new Promise<{ to: string; text: string }>((resolve) => (received = resolve));
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        received({ to, text: chunks.map(String).join('').replaceAll('=\r\n', '').replaceAll('=3D', '=') });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const server = await startServer({
    config: { smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: 'https://revops.example' },
  });
  const owner = await registerOwner(server);
  await server.call('/api/auth/forgot-password', { body: { email: owner.user.email } });
  const { to, text } = await mail;
  expect(to).toBe(owner.user.email);
  const token = /https:\/\/revops\.example\/reset-password#([\w-]{43})/.exec(text)?.[1];
  const reset = await server.call('/api/auth/reset-password', {
    body: { token, password: 'a new password' },
  });
  expect(reset.status).toBe(204);
  await server.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});
