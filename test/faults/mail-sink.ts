/**
 * An SMTP server in a process of its own, which outlives the nodes that are killed: it writes down whom each mail is for
 * before it says that it took it, so that nothing it took can be forgotten. `node mail-sink.ts JOURNAL` prints its port.
 */
import { openSync, writeSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const journal = openSync(process.argv[2] ?? '', 'a');
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'], logger: false, hideSize: true, closeTimeout: 100,
  onData(stream, { envelope: { rcptTo } }, done) {
    stream.on('end', () => {
      writeSync(journal, rcptTo.map(({ address }) => `${address}\n`).join(''));
      done();
    });
    stream.resume();
  },
});
server.on('error', () => {}); // connections of nodes that are killed
server.listen(0, '127.0.0.1', () => console.log((server.server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
