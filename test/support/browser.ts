/** A real Chromium without a window: the one that comes with the development packages, else an installed one. */
import { accessSync, constants } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Without these Chromium calls home at its start. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'];

/** Null when this machine has none. */
export async function openBrowser(): Promise<Browser | null> {
  const packaged = await unpacked();
  const executablePath = packaged ?? INSTALLED.find(executable);
  if (!executablePath) return null;
  try {
    return await launch(executablePath, process.env);
  } catch (error) {
    if (!packaged || !/error while loading shared libraries/.test(String(error))) throw error;
    // A bare machine: the package brings the libraries too, but gives them only to Lambda.
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
    await unpacked();
    return launch(executablePath, { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), 'al2023/lib') });
  }
}

function launch(executablePath: string, env: NodeJS.ProcessEnv): Promise<Browser> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...root, '--disable-gpu'], env });
}

async function unpacked(): Promise<string | null> {
  if (platform() !== 'linux' || arch() !== 'x64') return null;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
