/**
 * The site for visitors whose browser runs no JavaScript: `import { test } from
 * './support/no-script'`. Everything but hovering has to work for them.
 */
import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

export const test = base.extend({ javaScriptEnabled: false });
