/**
 * What the demo shop sells besides bags over the counter: a pipeline of wholesale and one of services, with deals in five
 * languages and four currencies, some stalled, some decided, each told from its opening on in hours before now.
 */
const kilo = (description: string, productCode: string, quantity: string, price: string, currency: string, more: object = {}) =>
  ({ description, productCode, quantity, unit: 'kg', unitPrice: { amount: price, currency }, ...more });

export const pipelines = [
  {
    name: 'Wholesale',
    stages: [
      { name: 'Interest', probability: 10, stalledAfter: 'P14D' },
      { name: 'Tasting', probability: 30, stalledAfter: 'P14D' },
      { name: 'Offer', probability: 50, requires: ['AMOUNT', 'EXPECTED_CLOSE'], stalledAfter: 'P10D' },
      { name: 'Negotiation', probability: 75, requires: ['AMOUNT', 'EXPECTED_CLOSE', 'DECISION_MAKER'], stalledAfter: 'P21D' },
    ],
  },
  {
    name: 'Training and machines',
    stages: [{ name: 'Request', probability: 20, stalledAfter: 'P7D' }, { name: 'Date agreed', probability: 80, requires: ['AMOUNT'] }],
  },
] as const;

/** Days before now, as a central bank quoted the euro. */
export const rates: readonly { readonly daysAgo: number; readonly rates: Readonly<Record<string, string>> }[] = [
  { daysAgo: 60, rates: { CZK: '24.415', PLN: '4.2618', CNY: '8.2394', USD: '1.1570' } },
  { daysAgo: 30, rates: { CZK: '24.335', PLN: '4.2530', CNY: '8.2215', USD: '1.1554' } },
  { daysAgo: 2, rates: { CZK: '24.185', PLN: '4.2358', CNY: '8.2015', USD: '1.1590' } },
];

export interface Deal {
  /** The customer's first address; so are those of contacts. */
  readonly with: string;
  readonly pipeline: string;
  readonly owner: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** In how many days it is expected to close; before now if negative. */
  readonly closesInDays?: number;
  readonly lines?: readonly object[];
  readonly contacts?: readonly { readonly at: string; readonly role: string }[];
  readonly openedHoursAgo: number;
  readonly steps: readonly ({ readonly hoursAgo: number } & ({ readonly to: string } | { readonly won: object } | { readonly lost: object }))[];
}

const oliver = 'oliver@kolibrik.example';

export const deals: readonly Deal[] = [
  {
    with: 'objednavky@naruzku.example', pipeline: 'Wholesale', owner: oliver, openedHoursAgo: 1100, closesInDays: 18,
    details: { title: 'Týdenní závoz na rok 2027', currency: 'CZK', source: 'stávající zákazník', nextStep: 'Poslat smlouvu s cenami do konce roku', description: 'Chtějí pevnou cenu na celý rok a závoz každé úterý do osmi.' },
    lines: [
      kilo('Etiopie Guji, espresso', 'GUJI-ESP', '416', '489', 'CZK', { discountPercent: '6', taxRate: '12' }),
      kilo('Kolumbie Huila, filtr', 'HUILA-F', '104', '459', 'CZK', { discountPercent: '6', taxRate: '12' }),
      { description: 'Závoz v Praze, úterý', quantity: '52', unit: 'závoz', unitPrice: { amount: '180', currency: 'CZK' }, taxRate: '21' },
    ],
    contacts: [{ at: 'marie@naruzku.example', role: 'DECISION_MAKER' }],
    steps: [{ hoursAgo: 700, to: 'Tasting' }, { hoursAgo: 400, to: 'Offer' }, { hoursAgo: 120, to: 'Negotiation' }],
  },
  {
    with: 'biuro@mewa.example', pipeline: 'Wholesale', owner: oliver, openedHoursAgo: 900, closesInDays: 6,
    details: { title: 'Zielona kawa z Gwatemali, 300 kg', currency: 'PLN', source: 'telefon', nextStep: 'Zadzwonić po ocenie próbki' },
    lines: [kilo('Gwatemala Huehuetenango, zielona', 'HUEHUE-Z', '300', '38.90', 'PLN', { taxRate: '23' })],
    contacts: [{ at: 'mazur@mewa.example', role: 'DECISION_MAKER' }],
    steps: [{ hoursAgo: 600, to: 'Tasting' }, { hoursAgo: 330, to: 'Offer' }],
  },
  {
    with: 'einkauf@morgenrot.example', pipeline: 'Wholesale', owner: oliver, openedHoursAgo: 520, closesInDays: 45,
    details: { title: 'Umstellung auf Bio 2027', amount: { amount: '18600', currency: 'EUR' }, source: 'Jahresgespräch', nextStep: 'Bio-Muster schicken, Angebot bis Mitte Dezember' },
    contacts: [{ at: 'weiss@morgenrot.example', role: 'BUYER' }],
    steps: [{ hoursAgo: 240, to: 'Tasting' }],
  },
  {
    with: 'caigou@yunduan.example', pipeline: 'Wholesale', owner: oliver, openedHoursAgo: 480, closesInDays: 30,
    details: { title: '水洗耶加雪菲 500公斤', currency: 'CNY', source: '展会', nextStep: '发正式报价单' },
    lines: [
      kilo('耶加雪菲 水洗 G1 生豆', 'YIRGA-G1', '500', '78.50', 'CNY'),
      { description: '海运布拉格到上海', quantity: '1', unitPrice: { amount: '4200', currency: 'CNY' }, discountAmount: { amount: '200', currency: 'CNY' } },
    ],
    contacts: [{ at: 'chenli@yunduan.example', role: 'INFLUENCER' }],
    steps: [{ hoursAgo: 140, to: 'Tasting' }, { hoursAgo: 60, to: 'Offer' }],
  },
  {
    with: 'emily@post.example', pipeline: 'Wholesale', owner: oliver, openedHoursAgo: 30,
    details: { title: 'Beans for her office', amount: { amount: '1250', currency: 'USD' }, source: 'referral', nextStep: 'Ask how many drink coffee there' },
    steps: [],
  },
  {
    with: 'einkauf@morgenrot.example', pipeline: 'Training and machines', owner: oliver, openedHoursAgo: 1500, closesInDays: -20,
    details: { title: 'Barista-Schulung für sechs Personen', currency: 'EUR', source: 'Anfrage' },
    lines: [{ productCode: 'SCHULUNG', description: 'Barista-Schulung, ein Tag', quantity: '6', unit: 'Person', unitPrice: { amount: '145', currency: 'EUR' }, taxRate: '19' }],
    contacts: [{ at: 'weiss@morgenrot.example', role: 'DECISION_MAKER' }],
    steps: [{ hoursAgo: 1300, to: 'Date agreed' }, { hoursAgo: 500, won: { reason: 'Termin passte, die Trainerin ist bekannt', competitor: 'Röststätte am Hafen' } }],
  },
  {
    with: 'biuro@mewa.example', pipeline: 'Training and machines', owner: oliver, openedHoursAgo: 1700, closesInDays: -30,
    details: { title: 'Młynek przemysłowy', amount: { amount: '14900', currency: 'PLN' }, source: 'targi' },
    steps: [{ hoursAgo: 1100, lost: { reason: 'Cena o 15 % wyższa', competitor: 'Młyny Bałtyk' } }],
  },
  {
    with: 'objednavky@naruzku.example', pipeline: 'Training and machines', owner: oliver, openedHoursAgo: 300,
    details: { title: 'Servis kávovaru', amount: { amount: '6800', currency: 'CZK' }, source: 'telefon', nextStep: 'Domluvit termín s technikem' },
    steps: [],
  },
];
