/** A stretch of network that can fail: connections to a node lead through it, and it cuts them without a word to either side. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface CuttableProxy {
  readonly url: string;
  readonly open: number;
  /** Each connection that is open now, at a random moment of this time; answers how many. */
  cutAll(withinMs: number): Promise<number>;
  stop(): Promise<void>;
}

export async function startProxy(port: number): Promise<CuttableProxy> {
  const links = new Map<Socket, Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    links.set(near, far);
    const end = (): void => {
      links.delete(near);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [[near, far], [far, near]] as const) {
      from.setNoDelay(true).on('error', end).on('close', end);
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const cut = (near: Socket): boolean => {
    const far = links.get(near);
    near.resetAndDestroy();
    far?.resetAndDestroy();
    return far !== undefined;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get open() { return links.size; },
    async cutAll(withinMs) {
      const done = await Promise.all([...links.keys()].map((near) => sleep(Math.random() * withinMs).then(() => cut(near))));
      return done.filter(Boolean).length;
    },
    async stop() {
      for (const near of links.keys()) cut(near);
      server.close();
      await once(server, 'close');
    },
  };
}
