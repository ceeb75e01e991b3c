/** Codes of user errors that belong to no module: wrong input of any mutation, and stale versions. */
import type { RefusalCatalogue } from './refusal.ts';

export const commonRefusals: RefusalCatalogue = {
  STALE: 'The record is at another version than `expectedVersion`; the payload shows it as it is now.',
  REQUIRED: 'A required text is empty.',
  INVALID_TEXT: 'A text is too long.',
  TOO_MANY: 'A list has more items than are taken at once.',
  INVALID_FILTER: 'A filter has more conditions than are taken, or one that cannot be.',
  TOO_SMALL: 'A number is below the least allowed.',
  TOO_LARGE: 'A number is above the most allowed.',
  INVALID_DECIMAL: 'A text is not a decimal number.',
  TOO_MANY_DECIMALS: 'A number or amount has more decimals than are kept, or than its currency has.',
  INVALID_IDEMPOTENCY_KEY: 'An idempotency key has 1 to 255 characters.',
  INVALID_EMAIL_ADDRESS: 'A text is not an e-mail address.',
  INVALID_PHONE_NUMBER: 'A text is not a phone number that can be dialled.',
  INVALID_COUNTRY_CODE: 'A text is not a country of ISO 3166-1.',
  INVALID_CURRENCY: 'A text is not a currency of ISO 4217.',
  INVALID_LOCALE: 'A text is not a language tag of BCP 47.',
  INVALID_TIME_ZONE: 'A text is not a time zone of the IANA database.',
  INVALID_URL: 'A text is not an http or https address.',
  INVALID_LOCAL_TIME: 'A text is not a time of day.',
  INVALID_DURATION: 'A text is not a duration of ISO 8601.',
};
