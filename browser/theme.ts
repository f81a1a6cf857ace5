// Stands in the header itself: runs before anything is painted in the wrong colors.
try {
  const theme = localStorage.getItem('theme');
  const radio = theme && document.getElementById(`theme-${theme}`);
  if (radio) (radio as HTMLInputElement).checked = true;
} catch {
  // Private windows may refuse; the colors are the system's then.
}
