/** 5.1.x but for what is said of the sender, a mailbox disabled, a domain that no server answers for (RFC 3463). */
const DEAD = /^5\.(?:1\.(?:0|1|2|3|6|10)|2\.1|4\.4)$/;
const UNSPECIFIC = /^(?:5\.0\.0|55[0134])$/;
const NOBODY_THERE = /user unknown|unknown (?:user|recipient|local)|no such (?:user|mailbox|recipient|address)|(?:user|mailbox|account|recipient|address)[^.]{0,40}(?:does not exist|doesn't exist|not found|disabled)|invalid (?:recipient|mailbox)|mailbox unavailable/i;

/** Whether a server's word means that nothing will ever arrive at an address, rather than that this message was not wanted. */
export function isDead(statusCode: string | null, reason: string): boolean {
  if (statusCode !== null && DEAD.test(statusCode)) return true;
  return (statusCode === null || UNSPECIFIC.test(statusCode)) && /\b55[0134]\b/.test(`${statusCode} ${reason}`) && NOBODY_THERE.test(reason);
}
