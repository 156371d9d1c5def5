import { z } from 'zod';

// A worker has its own zod; the content security policy forbids code made from strings, which zod otherwise tries once.
z.config({ jitless: true });
