/**
 * The demo organisation as data: a coffee roaster in Prague that sells to cafés and to people at home in
 * five languages. Times are in hours before the moment of loading, so the history is always recent.
 */
export const PASSWORD = 'try-rapport-today';

export const organization = {
  name: 'Kolibřík Coffee', baseCurrency: 'EUR', timeZone: 'Europe/Prague', country: 'CZ',
  locales: ['cs', 'en', 'de', 'pl', 'zh-Hans'], mailDomains: ['kolibrik.example'],
};

export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly role: 'ADMINISTRATOR' | 'SUPERVISOR' | 'AGENT' | 'SELLER' | 'MARKETER';
  readonly locale: string;
  readonly team?: 'Support' | 'Sales';
}

/** The administrator first. */
export const colleagues: readonly [Colleague, ...Colleague[]] = [
  { name: 'Jana Dvořáková', email: 'jana@kolibrik.example', role: 'ADMINISTRATOR', locale: 'cs' },
  { name: 'Tomasz Wiśniewski', email: 'tomasz@kolibrik.example', role: 'SUPERVISOR', locale: 'pl', team: 'Support' },
  { name: 'Lena Fischer', email: 'lena@kolibrik.example', role: 'AGENT', locale: 'de', team: 'Support' },
  { name: '王芳', email: 'fang@kolibrik.example', role: 'AGENT', locale: 'zh-Hans', team: 'Support' },
  { name: 'Oliver Brown', email: 'oliver@kolibrik.example', role: 'SELLER', locale: 'en', team: 'Sales' },
  { name: 'Eva Procházková', email: 'eva@kolibrik.example', role: 'MARKETER', locale: 'cs' },
];

export interface Story {
  readonly customer: Readonly<Record<string, unknown>>;
  readonly owner?: string;
  readonly tags?: readonly string[];
  /** What happened with them, oldest first. */
  readonly contacts: readonly Contact[];
}

export interface Contact {
  readonly hoursAgo: number;
  readonly kind: 'MESSAGE' | 'CALL' | 'MEETING' | 'NOTE';
  readonly direction: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';
  readonly subject: string;
  readonly text: string;
  readonly minutes?: number;
}

const person = (givenName: string, familyName: string, language: string, email: string, more: object = {}) => ({
  kind: 'PERSON', givenName, familyName, language, contactPoints: [{ kind: 'EMAIL', value: email }], ...more,
});
const company = (organizationName: string, language: string, email: string, phone: string) => ({
  kind: 'ORGANIZATION', organizationName, language, stage: 'CLIENT',
  contactPoints: [{ kind: 'EMAIL', value: email }, { kind: 'PHONE', value: phone, label: 'work' }],
});

export const stories: readonly Story[] = [
  {
    customer: company('Kavárna Na Růžku s.r.o.', 'cs', 'objednavky@naruzku.example', '+420 224 123 456'), owner: 'oliver@kolibrik.example', tags: ['café', 'weekly order'],
    contacts: [
      { hoursAgo: 700, kind: 'MEETING', direction: 'OUTBOUND', subject: 'Ochutnávka u nich', text: 'Vybrali Etiopii Guji na espresso a Kolumbii na filtr. Chtějí závoz každé úterý do osmi.', minutes: 55 },
      { hoursAgo: 190, kind: 'MESSAGE', direction: 'INBOUND', subject: 'Závoz příští týden', text: 'Dobrý den, příští týden prosím o 12 kg místo 8 kg, máme svatbu. Děkuji, Marie.' },
      { hoursAgo: 188, kind: 'MESSAGE', direction: 'OUTBOUND', subject: 'Re: Závoz příští týden', text: 'Dobrý den, potvrzuji 12 kg na úterý do osmi. Hezký den, Oliver.' },
    ],
  },
  {
    customer: person('Petr', 'Novák', 'cs', 'petr.novak@posta.example', { addressAs: 'Petře', stage: 'CLIENT' }), tags: ['home'],
    contacts: [
      { hoursAgo: 76, kind: 'MESSAGE', direction: 'INBOUND', subject: 'Rozbitý balíček', text: 'Dobrý den, balíček 4711 přišel protržený a půlka zrn je pryč. Co s tím?' },
      { hoursAgo: 75, kind: 'CALL', direction: 'OUTBOUND', subject: 'Rozbitý balíček', text: 'Omluva, posíláme náhradu zdarma, fotku poslal.', minutes: 6 },
    ],
  },
  {
    customer: person('Łucja', 'Żółkiewska', 'pl', 'lucja@poczta.example', { addressAs: 'Pani Łucjo', stage: 'CLIENT' }), tags: ['home', 'subscription'],
    contacts: [
      { hoursAgo: 50, kind: 'MESSAGE', direction: 'INBOUND', subject: 'Zmiana adresu dostawy', text: 'Dzień dobry, przeprowadzam się do Gdańska. Proszę o zmianę adresu od grudnia.' },
      { hoursAgo: 48, kind: 'MESSAGE', direction: 'OUTBOUND', subject: 'Odp: Zmiana adresu dostawy', text: 'Dzień dobry, Pani Łucjo, adres zmieniony od 1 grudnia. Udanej przeprowadzki! Tomasz' },
    ],
  },
  {
    customer: company('Palarnia Mewa sp. z o.o.', 'pl', 'biuro@mewa.example', '+48 58 301 23 45'), owner: 'oliver@kolibrik.example', tags: ['wholesale'],
    contacts: [
      { hoursAgo: 330, kind: 'CALL', direction: 'INBOUND', subject: 'Zielona kawa z Gwatemali', text: 'Pytają o 300 kg, próbka do piątku. Decyduje pan Mazur.', minutes: 14 },
      { hoursAgo: 320, kind: 'NOTE', direction: 'INTERNAL', subject: 'Próbka', text: 'Próbka wysłana kurierem, list przewozowy w załączeniu zamówienia.' },
    ],
  },
  {
    customer: person('Anna', 'Schmidt', 'de', 'anna.schmidt@mail.example', { namePrefix: 'Dr.', addressAs: 'Frau Dr. Schmidt', stage: 'CLIENT' }), tags: ['office'],
    contacts: [
      { hoursAgo: 28, kind: 'MESSAGE', direction: 'INBOUND', subject: 'Rechnung 2026-118', text: 'Guten Tag, auf der Rechnung fehlt unsere Umsatzsteuer-ID. Können Sie sie bitte neu ausstellen?' },
      { hoursAgo: 27, kind: 'MESSAGE', direction: 'OUTBOUND', subject: 'AW: Rechnung 2026-118', text: 'Guten Tag, Frau Dr. Schmidt, die berichtigte Rechnung ist unterwegs. Freundliche Grüße, Lena Fischer' },
    ],
  },
  {
    customer: company('Café Morgenrot GmbH', 'de', 'einkauf@morgenrot.example', '+49 30 901820'), owner: 'oliver@kolibrik.example', tags: ['café'],
    contacts: [
      { hoursAgo: 520, kind: 'MEETING', direction: 'OUTBOUND', subject: 'Jahresgespräch', text: 'Zufrieden, wollen 2027 auf Bio umstellen. Angebot bis Mitte Dezember.', minutes: 75 },
    ],
  },
  {
    customer: person('小明', '王', 'zh-Hans', 'xiaoming@youxiang.example', { stage: 'PROSPECT' }), tags: ['home'],
    contacts: [
      { hoursAgo: 20, kind: 'MESSAGE', direction: 'INBOUND', subject: '可以寄到上海吗', text: '您好，请问埃塞俄比亚的咖啡豆可以寄到上海吗？运费多少？' },
      { hoursAgo: 19, kind: 'MESSAGE', direction: 'OUTBOUND', subject: '回复：可以寄到上海吗', text: '王小明您好，可以寄，两公斤以内运费是二十八欧元，大约八天到。王芳' },
    ],
  },
  {
    customer: company('上海云端咖啡有限公司', 'zh-Hans', 'caigou@yunduan.example', '+86 21 5888 1234'), owner: 'oliver@kolibrik.example', tags: ['wholesale'],
    contacts: [
      { hoursAgo: 140, kind: 'CALL', direction: 'OUTBOUND', subject: '样品反馈', text: '喜欢水洗耶加雪菲，要正式报价单，五百公斤起。', minutes: 22 },
    ],
  },
  {
    customer: person('Emily', "O'Connor", 'en', 'emily@post.example', { stage: 'CLIENT' }), tags: ['home', 'subscription'],
    contacts: [
      { hoursAgo: 9, kind: 'MESSAGE', direction: 'INBOUND', subject: 'Grinder advice', text: 'Hi, which setting would you use for the Guji on a hand grinder? Mine comes out sour.' },
      { hoursAgo: 7, kind: 'CALL', direction: 'OUTBOUND', subject: 'Grinder advice', text: 'Two clicks finer and 94 degrees; she will write how it went.', minutes: 9 },
    ],
  },
  {
    customer: person('László', 'Nagy', 'en', 'nagy.laszlo@levelek.example', { nameOrder: 'FAMILY_FIRST', stage: 'FORMER' }),
    contacts: [
      { hoursAgo: 2100, kind: 'MESSAGE', direction: 'INBOUND', subject: 'Cancelling my subscription', text: 'I am moving abroad for a year. Thank you for the coffee, I will be back.' },
    ],
  },
];

/** People who work at a customer, as pairs of e-mail addresses. */
export const employments: readonly { readonly person: Readonly<Record<string, unknown>>; readonly at: string; readonly title: string }[] = [
  { person: person('Marie', 'Růžková', 'cs', 'marie@naruzku.example', { addressAs: 'Marie' }), at: 'objednavky@naruzku.example', title: 'Owner' },
  { person: person('Grzegorz', 'Mazur', 'pl', 'mazur@mewa.example', { addressAs: 'Panie Grzegorzu' }), at: 'biuro@mewa.example', title: 'Head of purchasing' },
  { person: person('Jürgen', 'Weiß', 'de', 'weiss@morgenrot.example'), at: 'einkauf@morgenrot.example', title: 'Buyer' },
  { person: person('丽', '陈', 'zh-Hans', 'chenli@yunduan.example'), at: 'caigou@yunduan.example', title: 'Purchasing manager' },
];
