import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const left = new Set(['node_modules', '.git', 'dist', 'dist-kit', 'screenshots', 'results']);

/** The sources in a folder of their own with the installed packages beside them: the working tree is never touched. */
export async function scratchCopy(root: string): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'revops-mutations-'));
  const { workspaces } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    workspaces: string[];
  };
  await cp(root, scratch, {
    recursive: true,
    filter: (source) =>
      !relative(root, source)
        .split(/[/\\]/)
        .some((part) => left.has(part)),
  });
  await linkPackages(root, scratch, workspaces);
  return scratch;
}

async function linkPackages(root: string, scratch: string, workspaces: readonly string[]): Promise<void> {
  const [from, to] = [join(root, 'node_modules'), join(scratch, 'node_modules')];
  await mkdir(join(to, '@revops'), { recursive: true });
  for (const name of await readdir(from))
    if (name !== '@revops') await symlink(join(from, name), join(to, name));
  for (const workspace of workspaces) {
    await symlink(join(scratch, workspace), join(to, '@revops', workspace));
    const own = join(root, workspace, 'node_modules');
    if (await lstat(own).catch(() => undefined)) await symlink(own, join(scratch, workspace, 'node_modules'));
  }
}

export const removeCopy = (scratch: string): Promise<void> => rm(scratch, { recursive: true, force: true });
