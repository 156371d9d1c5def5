// The content security policy forbids code made from strings, which zod otherwise tries once and reports. This is the
// object that zod itself reads its settings from (zod/v4/core/core.js), so that neither the first screen
// nor the worker, which has a zod of its own, need load it for this.
const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
shared.__zod_globalConfig = { ...shared.__zod_globalConfig, jitless: true };
