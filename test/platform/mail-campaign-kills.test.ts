/** `npm run faults -- campaign` in short: a campaign that is killed once while it sends mails nobody twice and forgets nobody. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { brokenInCampaign, mailCampaign } from '../faults/mail-campaign.ts';

it('a campaign whose node is killed mails everybody once, but for those named uncertain', { timeout: 180_000 }, async () => {
  const figures = await mailCampaign({ recipients: 300, kills: 1 });
  assert.deepEqual(brokenInCampaign(figures), [], JSON.stringify(figures));
  assert.ok(figures.heldOut > 5 && figures.heldOut < 70 && figures.sent > 150 && figures.uncertain <= 20, JSON.stringify(figures));
  assert.ok(figures.eventsOfCampaign < figures.sent / 2, JSON.stringify(figures));
});
