/** What a node says of itself at `/metrics`. */
export interface Measures {
  readonly residentBytes: number;
  readonly logReads: number;
  /** Subscriptions on sockets that it has not closed. */
  readonly followers: number;
}

export async function measuresOf(url: string): Promise<Measures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const figure = (name: string): number => Number(new RegExp(`^${name} ([0-9.e+]+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    residentBytes: figure('process_resident_memory_bytes'), logReads: figure('rapport_log_reads_total'), followers: figure('rapport_followers'),
  };
}
