/**
 * Makes the charts of a page live, each when it comes near the screen. Whatever keeps this from running leaves the
 * complete pictures as they are.
 */
import {startChart} from './chart.ts';
import type {LiveData} from './data.ts';
import {makeTip} from './tip.ts';
import {vegaHere} from './vega-view.ts';

const text = document.getElementById('live')?.textContent;
const vega = vegaHere();

if (text && vega) {
  const charts = JSON.parse(text) as LiveData;
  const tip = makeTip();
  const near = new IntersectionObserver(
    entries => {
      for (const {isIntersecting, target} of entries) {
        const chart = charts[target.id];
        if (!isIntersecting || !chart) continue;
        near.unobserve(target);
        // A chart that Vega cannot draw stays a picture; the fault is for whoever made the chart.
        startChart(target as HTMLElement, chart, vega, tip).catch(error => console.error(error));
      }
    },
    {rootMargin: '50%'},
  );
  for (const id of Object.keys(charts)) {
    const figure = document.getElementById(id);
    if (figure) near.observe(figure);
  }
}
