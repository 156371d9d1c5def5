import { uriComponent } from '#src/upi/uri-component.ts';

/**
 * The link that opens a text message (RFC 5724): it needs the phone's own network and no internet, so it goes where
 * WhatsApp does not.
 * @example smsUrl('+919876543210', 'Car ready') // 'sms:+919876543210?body=Car%20ready'
 */
export const smsUrl = (e164: string, text: string): string => `sms:${e164}?body=${uriComponent(text)}`;
