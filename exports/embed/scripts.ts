/** How a frame and its host’s page agree on the frame’s height. */

/** In the frame: a host that runs embed/resize.js makes it as high as this says. */
export const REPORT_HEIGHT = `if(parent!==window)new ResizeObserver(()=>parent.postMessage({type:'ai-hardware-tracker:height',height:Math.ceil(document.querySelector('main').getBoundingClientRect().height)},'*')).observe(document.querySelector('main'))`;

/** For the host's page, optional: frames of this site follow the height of their content. */
export const RESIZE_SCRIPT = `addEventListener('message',(event)=>{
  const {type,height}=event.data??{};
  if(type!=='ai-hardware-tracker:height'||!(height>0&&height<10000))return;
  for(const frame of document.querySelectorAll('iframe[src*="/embed/"]'))
    if(frame.contentWindow===event.source&&new URL(frame.src,location).origin===event.origin)frame.style.height=height+'px';
});
`;
