import assert from 'node:assert/strict';
import { THEMES, Workbench } from './workbench';

/** What is needed of a browser's element, whose types are not known here. */
interface Sized {
  readonly textContent: string | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

/** What a window of 1280 × 800 shows at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 400 };

describe('In a narrow side bar', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
    await workbench.openView('One on One');
    await workbench.row('Follow-ups', /overdue, me/).waitFor();
    await workbench.row('People', /^Ravi Menon/).waitFor();
  });
  after(() => workbench.close());

  for (const width of [200, 340]) {
    it(`of ${width} px, each row begins with what is due, in every theme`, async () => {
      await workbench.resizeSideBar(width);
      for (const theme of THEMES) {
        await workbench.useTheme(theme);
        await workbench.screenshot(`width-${width}-${theme}`);
      }
      await showsWhatIsDue();
    });
  }

  it('at a zoom of 200 %, it does so too', async () => {
    await workbench.page.setViewportSize(ZOOMED);
    await workbench.resizeSideBar(200);
    await workbench.screenshot('width-zoomed');
    await showsWhatIsDue();
  });

  async function showsWhatIsDue(): Promise<void> {
    const bar = await workbench.page.locator('.part.sidebar').boundingBox();
    assert.ok(bar);
    const due = await workbench.pane('Follow-ups').getByRole('treeitem').locator('.highlight').all();
    assert.ok(due.length > 0);
    for (const mark of due) {
      const box = await mark.boundingBox();
      assert.ok(box && box.x + box.width < bar.x + bar.width, (await mark.textContent()) ?? '');
    }
    const cut = await workbench.page
      .locator('.part.sidebar .pane-header .title')
      .evaluateAll((titles: readonly Sized[]) =>
        titles
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      );
    assert.deepEqual(cut, []);
  }
});
