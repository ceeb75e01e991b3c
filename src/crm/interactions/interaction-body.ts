/**
 * What was said in an interaction: a record of its own, so that lists of interactions do not read megabytes nobody
 * asked for.
 */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Interaction } from './interaction.ts';

export const LONGEST_TEXT = 1_000_000;

@model('What was said in an interaction, in full.', {
  prefix: 'bod', read: 'interaction:read', reach: { through: 'interaction' }, partOf: 'interaction',
})
export class InteractionBody extends Entity {
  @belongsTo(() => Interaction, 'In which interaction.', {
    inverse: { name: 'body', description: 'What was said, in full. Null: nothing was written, or you may not see it.', max: 1 },
  })
  interaction!: Ref<Interaction>;

  @text('As plain text, at most a million characters.', { max: LONGEST_TEXT, multiline: true, hideable: true })
  text!: string;

  @text('As safe HTML: no scripts, styles or forms, and nothing that loads from the net; `cid:` names an attachment by its contentId. Null: it was written as plain text.', {
    optional: true, max: 2 * LONGEST_TEXT, multiline: true, hideable: true,
  })
  html: string | null = null;

  static of(interaction: Ref<Interaction>, text: string, html: string | null = null): InteractionBody {
    return Object.assign(new InteractionBody(), { interaction, text, html });
  }
}
