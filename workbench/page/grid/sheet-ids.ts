/** Sheets numbers its tabs, the grid component names them; a tab made here gets a number at once. */
export class SheetIds {
  private readonly made = new Map<string, number>();

  toServer(gridId: string): number {
    if (/^\d+$/.test(gridId)) return Number(gridId);
    const known = this.made.get(gridId);
    if (known !== undefined) return known;
    const sheetId = 1 + Math.floor(Math.random() * 0x7ffffffe);
    this.made.set(gridId, sheetId);
    return sheetId;
  }

  toGrid(sheetId: number): string {
    for (const [gridId, made] of this.made) if (made === sheetId) return gridId;
    return String(sheetId);
  }
}
