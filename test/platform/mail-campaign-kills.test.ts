/** `npm run faults -- campaign` in short: a campaign that is killed once while it sends mails nobody twice and forgets nobody. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PauseCampaign, ReadResults, StopCampaign } from '../crm/campaigns.documents.ts';
import { CreateChannel } from '../crm/interactions.documents.ts';
import { Installation } from '../faults/installation.ts';
import { brokenInCampaign, mailCampaign } from '../faults/mail-campaign.ts';
import { launch, look, members, person, plan } from '../support/campaign.ts';
import { done } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import { openPostOffice } from '../support/post-office.ts';

it('a campaign whose node is killed mails everybody once, but for those named uncertain', { timeout: 180_000 }, async () => {
  const figures = await mailCampaign({ recipients: 300, kills: 1 });
  assert.deepEqual(brokenInCampaign(figures), [], JSON.stringify(figures));
  assert.ok(figures.heldOut > 5 && figures.heldOut < 70 && figures.sent > 150 && figures.uncertain <= 20, JSON.stringify(figures));
  assert.ok(figures.eventsOfCampaign < figures.sent / 2, JSON.stringify(figures));
});

it('who was in flight when a campaign was stopped or paused and its node killed is uncertain, and counted', { timeout: 180_000 }, async () => {
  const office = await openPostOffice();
  const installation = await Installation.start({ MAIL_URL: office.url, MAIL_STARTTLS: 'never' });
  try {
    const { administrator, node } = installation;
    const { channel } = await done(administrator, CreateChannel, { kind: 'EMAIL', name: 'Kills', address: 'news@kills.example' });
    office.onMail = () => new Promise(() => {}); // it never answers
    const begin = async (name: string): Promise<string> => {
      const customerIds = [];
      for (let i = 0; i < 25; i++) customerIds.push(await person(administrator, {}, `${name}-${i}@domain-${i}.example`));
      const { id } = await plan(administrator, { channelId: channel?.id ?? '', audience: { customerIds } });
      await launch(administrator, id);
      await eventually(async () => (await members(administrator, id, { status: { eq: 'SENDING' } })).length > 0, `mails of ${name} to be on their way`);
      return id;
    };
    const [stopped, paused] = [await begin('stopped'), await begin('paused')];
    await done(administrator, StopCampaign, { campaignId: stopped });
    await done(administrator, PauseCampaign, { campaignId: paused });
    await node.kill();
    await node.start();
    for (const [id, status, left] of [[stopped, 'STOPPED', 'CANCELLED'], [paused, 'PAUSED', 'QUEUED']] as const) {
      await eventually(async () => (await look(administrator, id)).job === null, `the campaign that is ${status} to be left`);
      assert.equal((await look(administrator, id)).status, status);
      const found = Map.groupBy(await members(administrator, id), (member) => member.status);
      assert.deepEqual([...found.keys()].toSorted(), ['UNCERTAIN', left].toSorted());
      const { campaign } = await administrator.ask(ReadResults, { id });
      const [of] = campaign?.results.variants ?? [];
      assert.ok(of && of.members === 25);
      assert.equal(of.queued + of.sending + of.sent.count + of.failed.count + of.uncertain + of.cancelled + of.excluded, 25);
      assert.deepEqual([of.uncertain, of.cancelled + of.queued], [found.get('UNCERTAIN')?.length, found.get(left)?.length]);
    }
  } finally {
    await office.stop();
    await installation.remove();
  }
});
