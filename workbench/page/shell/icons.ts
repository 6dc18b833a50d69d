// The few line drawings of the page, each a path of 20 by 20.
export const LECTERN = 'M4 3.5h12l-1.6 6H5.6zM10 9.5v7M6.5 16.5h7';
export const ENVELOPE = 'M2.5 5h15v10h-15zM2.5 5.5l7.5 6 7.5-6';
export const CLOCK = 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v4.3l2.8 1.7';
export const CROSS = 'M5 5l10 10M15 5L5 15';
export const PANEL = 'M2.5 4h15v12h-15zM12.5 4v12';
export const CHEVRON = 'M5 7.5l5 5 5-5';
export const NEW_PAGE = 'M8 4.5H4.5v11h11V12M11.5 4.5h4v4M15.5 4.5l-6.5 6.5';
export const DOWNLOAD = 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13';
export const BACK = 'M16 10H4.5M9 5l-5 5 5 5';
export const PRINTER = 'M6 7.5v-5h8v5M6 14.5H3.5v-7h13v7H14M6 12h8v5.5H6z';
