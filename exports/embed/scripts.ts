/** How a frame and its host’s page agree on the frame’s height, and how links lead out of it. */

/** In the frame: a host that runs embed/resize.js makes it as high as this says. */
const REPORT_HEIGHT = `if(parent!==window)new ResizeObserver(()=>parent.postMessage({type:'ai-hardware-tracker:height',height:Math.ceil(document.querySelector('main').getBoundingClientRect().height)},'*')).observe(document.querySelector('main'))`;

/**
 * In a frame that may open no window, as WordPress makes them, a plain click would do nothing:
 * the address is shown whole and selected instead, ready to be copied.
 */
const LEAD_OUT = `document.querySelector('footer a').addEventListener('click',(event)=>{
  if(event.ctrlKey||event.metaKey||event.shiftKey)return;
  event.preventDefault();
  const link=event.currentTarget,opened=open(link.href);
  if(opened){opened.opener=null;return}
  link.textContent=link.href;
  if(link.nextSibling===null)link.after(' (this page lets no link open a window: copy the address)');
  getSelection().selectAllChildren(link);
})`;

/**
 * Where it fills a window: closing, with the Escape key too, goes back to where it was opened,
 * with its place on the page.
 */
const GO_BACK = `close.addEventListener('click',(event)=>{
  if(history.length<2||!document.referrer.startsWith(location.origin+'/'))return;
  event.preventDefault();history.back();
});
addEventListener('keydown',({key})=>{if(key==='Escape')close.click()})`;

/** The one script of an embed: pages may run no other, so it is the same for both uses. */
export const EMBED_SCRIPT = `const close=document.querySelector('.close');
if(close){${GO_BACK}}else{${REPORT_HEIGHT};${LEAD_OUT}}`;

/** For the host's page, optional: frames of this site follow the height of their content. */
export const RESIZE_SCRIPT = `addEventListener('message',(event)=>{
  const {type,height}=event.data??{};
  if(type!=='ai-hardware-tracker:height'||!(height>0&&height<10000))return;
  for(const frame of document.querySelectorAll('iframe[src*="/embed/"]'))
    if(frame.contentWindow===event.source&&new URL(frame.src,location).origin===event.origin)frame.style.height=height+'px';
});
`;
