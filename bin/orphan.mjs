// Preloaded by the bootstrap: when that parent is gone, however it ended, this process
// stops the way it would on SIGTERM, so that no server is left running unseen.

if (process.channel) {
  process.once('disconnect', () => process.emit('SIGTERM', 'SIGTERM') || process.exit(143));
  process.channel.unref();
}
