/** A theme for tests of the printers, independent of those that ship. */
import {readFileSync} from 'node:fs';
import type {Theme} from '../src/theme.ts';

export const sampleTheme: Theme = {
  name: 'sample',
  fonts: {
    family: 'IBM Plex Sans',
    regular: '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
    bold: '@expo-google-fonts/ibm-plex-sans/700Bold/IBMPlexSans_700Bold.ttf',
    fallback: ['Arial', 'sans-serif'],
  },
  colours: {
    background: {light: '#FFFFFF', dark: '#15191E'},
    surface: {light: '#EFF3F8', dark: '#222932'},
    ink: {light: '#1F2328', dark: '#E6EDF3'},
    ink2: {light: '#57606A', dark: '#9DA7B3'},
    rule: {light: '#D0D7DE', dark: '#3A424C'},
    leader: {light: '#E6E9EC', dark: '#2B323A'},
    link: {light: '#0B5CAD', dark: '#8AB8F0'},
    gain: {light: '#1D4F91', dark: '#7FA8E0'},
    loss: {light: '#D9680E', dark: '#F59A4A'},
    gainMuted: {light: '#8FAAD0', dark: '#4A6A96'},
    lossMuted: {light: '#EDB081', dark: '#9A683C'},
    zero: {light: '#6E7781', dark: '#8B949E'},
    ring: {light: '#AEB6C0', dark: '#5B6570'},
    ribbon: {light: '#D3D8DE', dark: '#343B44'},
    inverse: {light: '#FFFFFF', dark: '#0F1317'},
    heat1: {light: '#9A4A06', dark: '#F7B27A'},
    heat2: {light: '#C2570C', dark: '#D98A4B'},
    heat3: {light: '#E89A5B', dark: '#9A5F30'},
    heat4: {light: '#F6D3B3', dark: '#553A25'},
    heat5: {light: '#F3F4F6', dark: '#20262D'},
    heat6: {light: '#C9D8EB', dark: '#2A3B52'},
    heat7: {light: '#8DAED8', dark: '#46658F'},
    heat8: {light: '#4A75B0', dark: '#6C93CB'},
    heat9: {light: '#1B4079', dark: '#9CC0EE'},
  },
};

const fontFile = (module: string) => {
  const path = `node_modules/${module}`;
  return {path, bytes: readFileSync(path), shape: () => null};
};

/** The font files that the theme names, as the PDF printer wants them. */
export const sampleFonts = {
  regular: fontFile(sampleTheme.fonts.regular),
  bold: fontFile(sampleTheme.fonts.bold),
};
