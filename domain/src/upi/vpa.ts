import { z } from 'zod';

/**
 * Accepts a UPI address: name@handle, or account@IFSC.ifsc.npci. Other dots after the @ are refused, because an
 * e-mail address typed by mistake would send the customer's money nowhere.
 */
export const vpaSchema = z
  .string()
  .max(255)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]+@[A-Za-z][A-Za-z0-9]+(?:(?:\.[A-Za-z]+)?\.npci)?$/);
