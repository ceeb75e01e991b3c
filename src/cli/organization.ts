/** Which organisation a command works in: the only one there is, or the one named. */
import pg from 'pg';

export async function findOrganization(ownerUrl: string | null, name: string | undefined): Promise<string> {
  if (!ownerUrl) throw new Error('Only the owner of the database may choose an organisation: set DATABASE_OWNER_URL.');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string; name: string }>('select id, name from organization where $1::text is null or name = $1 order by name', [name ?? null]);
    const [found, ...more] = rows;
    if (!found) throw new Error(name ? `There is no organisation called ${name}.` : 'There is no organisation yet. `rapport organization create` begins one, `rapport demo` makes one to try.');
    if (more.length > 0) throw new Error(`There are several organisations; name one with --organization: ${rows.map((row) => row.name).join(', ')}.`);
    return found.id;
  } finally {
    await owner.end();
  }
}
