/** What the page says by which somebody takes themselves off, in the languages we speak. Others read English. */
export interface UnsubscribeWords {
  readonly language: string;
  readonly ask: (organization: string) => { readonly title: string; readonly paragraphs: readonly string[] };
  readonly button: string;
  readonly done: (organization: string) => { readonly title: string; readonly paragraphs: readonly string[] };
}

const words: readonly UnsubscribeWords[] = [
  {
    language: 'en', button: 'Unsubscribe',
    ask: (from) => ({ title: 'Stop these e-mails?', paragraphs: [`One press, and ${from} no longer sends you newsletters and offers.`, 'Answers to your questions, and what concerns your orders, still reach you.'] }),
    done: (from) => ({ title: 'You are unsubscribed', paragraphs: [`${from} no longer sends you newsletters and offers. It took effect at once.`, 'You can close this page. Changed your mind? Answer any of our e-mails.'] }),
  },
  {
    language: 'de', button: 'Abmelden',
    ask: (from) => ({ title: 'Keine solchen E-Mails mehr?', paragraphs: [`Ein Klick, und ${from} schickt Ihnen keine Newsletter und Angebote mehr.`, 'Antworten auf Ihre Fragen und was Ihre Bestellungen betrifft, erreichen Sie weiterhin.'] }),
    done: (from) => ({ title: 'Sie sind abgemeldet', paragraphs: [`${from} schickt Ihnen keine Newsletter und Angebote mehr. Das gilt ab sofort.`, 'Sie können diese Seite schließen. Doch anders überlegt? Antworten Sie auf eine unserer E-Mails.'] }),
  },
  {
    language: 'pl', button: 'Wypisz mnie',
    ask: (from) => ({ title: 'Nie wysyłać więcej takich wiadomości?', paragraphs: [`Jedno kliknięcie i ${from} nie będzie już wysyłać Państwu newsletterów ani ofert.`, 'Odpowiedzi na pytania i wiadomości o zamówieniach będą przychodzić nadal.'] }),
    done: (from) => ({ title: 'Wypisano z listy', paragraphs: [`${from} nie będzie już wysyłać Państwu newsletterów ani ofert. Zmiana działa od razu.`, 'Można zamknąć tę stronę. W razie zmiany zdania wystarczy odpowiedzieć na dowolną naszą wiadomość.'] }),
  },
  {
    language: 'cs', button: 'Odhlásit odběr',
    ask: (from) => ({ title: 'Už takové e-maily neposílat?', paragraphs: [`Jedno kliknutí a ${from} vám přestane posílat newslettery a nabídky.`, 'Odpovědi na vaše dotazy a zprávy k objednávkám vám budou chodit dál.'] }),
    done: (from) => ({ title: 'Odběr je zrušen', paragraphs: [`${from} vám už nebude posílat newslettery ani nabídky. Platí to ihned.`, 'Stránku můžete zavřít. Kdybyste si to rozmysleli, odpovězte na kterýkoli náš e-mail.'] }),
  },
  {
    language: 'zh', button: '退订',
    ask: (from) => ({ title: '不再接收此类邮件？', paragraphs: [`点击一次，${from}将不再向您发送简讯和优惠信息。`, '对您咨询的答复以及与订单有关的邮件仍会照常发送。'] }),
    done: (from) => ({ title: '您已退订', paragraphs: [`${from}将不再向您发送简讯和优惠信息，立即生效。`, '您可以关闭此页面。如果改变主意，请回复我们的任意一封邮件。'] }),
  },
];

export function wordsFor(language: string | null): UnsubscribeWords {
  const [english] = words;
  const found = words.find((one) => one.language === language?.split('-')[0]) ?? english;
  if (!found) throw new Error('a page without words');
  return found;
}
