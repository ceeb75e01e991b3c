/**
 * What all answers have in common: headers that keep browsers from making anything but data of them, unless a route
 * says otherwise; the request's id; and gzip for large texts.
 */
import { gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import type { FastifyInstance } from 'fastify';

/** For an interface of data; pages and files say their own policy. */
const SECURITY = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Shorter ones fit into a packet or two as they are. */
const WORTH_ZIPPING = 2048;
const negotiator = new Negotiator({ supportedValues: ['gzip', 'identity'] });

export function outgoing(app: FastifyInstance, { draining }: { draining: () => boolean }): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY).header('x-request-id', request.id);
    done();
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    if (draining()) reply.header('connection', 'close');
    if (typeof payload !== 'string' || payload.length < WORTH_ZIPPING) return done(null, payload);

    reply.header('vary', 'accept-encoding');
    const accepted = request.headers['accept-encoding'];
    if (accepted === undefined || negotiator.negotiate(accepted) !== 'gzip') return done(null, payload);
    gzip(payload, { level: 1 }, (error, zipped) => {
      if (error) return done(error);
      reply.header('content-encoding', 'gzip').removeHeader('content-length');
      done(null, zipped);
    });
  });
}
