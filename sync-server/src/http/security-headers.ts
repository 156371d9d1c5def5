import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Nothing inline, nothing evaluated, nothing from elsewhere. */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const secure = publicUrl.startsWith('https:');
  const self = ["'self'"];
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: self,
          scriptSrc: self,
          styleSrc: self,
          // Photos and QR codes made on the phone.
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: self,
          connectSrc: self,
          workerSrc: self,
          manifestSrc: self,
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: self,
          frameAncestors: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // Over plain http (a laptop in the workshop's network) it would break every later http address of that host.
      strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
      // WhatsApp and the UPI app open in windows of their own.
      crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
      referrerPolicy: { policy: 'no-referrer' },
    }),
    permissionsPolicy,
  ];
}

const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};
