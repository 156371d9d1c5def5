import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '#src/config/config.ts';
import type { Logger } from '../logger.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** By SMTP where one is configured; otherwise a file in DATA_DIR/outbox that the person running the server can open. */
export function createMailer(config: Config, logger: Logger, newId: () => string): Mailer {
  return config.smtpUrl === undefined ? outbox(config, logger, newId) : smtp(config, config.smtpUrl);
}

function smtp(config: Config, url: string): Mailer {
  const transport: Transporter = createTransport(url);
  return {
    async send(mail) {
      await transport.sendMail({ ...mail, from: config.mailFrom });
    },
    close: () => transport.close(),
  };
}

function outbox(config: Config, logger: Logger, newId: () => string): Mailer {
  const folder = join(config.dataDir, 'outbox');
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${newId()}.txt`);
      const head = `From: ${config.mailFrom}\nTo: ${mail.to}\nSubject: ${mail.subject}\n\n`;
      await writeFile(path, head + mail.text, { mode: 0o600 });
      const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
      // Deliberate: without a mail server the log is how the person running this one gets at the link.
      logger.info({ file: path, link }, 'no mail server is configured; the mail was written to the outbox');
    },
    close: () => undefined,
  };
}
