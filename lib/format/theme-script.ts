/** Sets the scheme the reader chose before anything is drawn, so that nothing flashes. */
export const themeScript = `try{var t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch(e){}`
