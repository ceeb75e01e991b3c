/** Attachments: what is known of a file. Its content is in the file store, under its hash. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, flag, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Interaction } from './interaction.ts';

export const MOST_ATTACHMENTS = 200;

type Facts = 'interaction' | 'fileName' | 'contentType' | 'size' | 'contentId' | 'inline' | 'hash';

@model('A file that came with an interaction.', {
  prefix: 'att', read: 'interaction:read', reach: { through: 'interaction' }, partOf: 'interaction',
  orders: { ENCLOSED_ASC: { field: 'id', direction: 'asc', description: 'As they were enclosed.' } },
})
export class Attachment extends Entity {
  @belongsTo(() => Interaction, 'With what it came.', { inverse: { name: 'attachments', description: `The files that came with it; of more than ${MOST_ATTACHMENTS} the first.` } })
  interaction!: Ref<Interaction>;

  @text('Its name, safe to store under.', { hideable: true })
  fileName!: string;

  @text('Its media type, as the sender gave it.')
  contentType!: string;

  @number('Its size in bytes.')
  size!: number;

  @text('What `cid:` in the HTML names it by. Null: it is not part of the text.', { optional: true, max: 250 })
  contentId: string | null = null;

  @flag('Shown inside the text rather than enclosed.')
  inline = false;

  /** Of its content, by which the file store knows it. Null: too large to be kept. */
  @text(undefined, { optional: true })
  hash: string | null = null;

  static of(facts: Pick<Attachment, Facts>): Attachment {
    return Object.assign(new Attachment(), facts);
  }
}
