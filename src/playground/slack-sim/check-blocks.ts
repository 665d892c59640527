import { dataVisualization } from './check-chart.ts';
import { anyText, mrkdwn, plainText, slackFile } from './check-composition.ts';
import {
  accessory,
  actionElement,
  cardButton,
  cardImage,
  contextActionElement,
  contextElement,
  hasPicture,
  inputElement,
} from './check-elements.ts';
import {
  allOf,
  anything,
  type Check,
  flag,
  isJson,
  list,
  number,
  oneOf,
  problem,
  shape,
  text,
} from './schema-check.ts';

export type Surface = 'message' | 'modal' | 'home';

const common = { block_id: text(255) };

function block(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return shape({ type: anything, ...required }, { ...common, ...optional });
}

const sectionHasContent: Check = (value, at, problems) => {
  if (isJson(value) && value.text === undefined && value.fields === undefined) {
    problems.push(problem('must provide text or fields', at));
  }
};

const cardHasContent: Check = (value, at, problems) => {
  if (
    isJson(value) &&
    !['hero_image', 'title', 'actions', 'body'].some((field) => value[field] !== undefined)
  ) {
    problems.push(problem('must provide hero_image, title, actions or body', at));
  }
};

const richText = block({
  elements: list(
    shape(
      {
        type: oneOf('rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'),
        elements: list(anything, 1000),
      },
      { style: anything, indent: anything, border: anything, offset: anything, language: anything },
    ),
    1000,
  ),
});

const cell: Check = (value, at, problems) => {
  const type = isJson(value) ? value.type : undefined;
  if (type === 'rich_text') richText(value, at, problems);
  else if (type === 'raw_number')
    shape({ type: anything, value: number() }, { text: text(3000) })(value, at, problems);
  else shape({ type: oneOf('raw_text'), text: text(3000) })(value, at, problems);
};

const card = allOf(
  block(
    {},
    {
      hero_image: cardImage,
      icon: cardImage,
      title: mrkdwn(150),
      subtitle: mrkdwn(150),
      body: mrkdwn(200),
      actions: list(cardButton, 3, 1),
    },
  ),
  cardHasContent,
);

const taskCard = block(
  {
    task_id: text(255, 1),
    title: text(3000, 1),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  { details: richText, output: richText, sources: list(anything, 100) },
);

const tableColumn = shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag });

const everywhere: Record<string, Check> = {
  section: allOf(
    block({}, { text: anyText(3000), fields: list(anyText(2000), 10, 1), accessory, expand: flag }),
    sectionHasContent,
  ),
  header: block({ text: plainText(150) }, { level: number(1) }),
  divider: block({}),
  context: block({ elements: list(contextElement, 10, 1) }),
  actions: block({ elements: list(actionElement, 25, 1) }),
  image: allOf(
    block(
      { alt_text: text(2000, 1) },
      { image_url: text(3000, 1), slack_file: slackFile, title: plainText(2000) },
    ),
    hasPicture,
  ),
  input: block(
    { label: plainText(2000), element: inputElement },
    { hint: plainText(2000), optional: flag, dispatch_action: flag },
  ),
  rich_text: richText,
  video: block(
    {
      alt_text: text(2000, 1),
      title: plainText(200),
      video_url: text(3000, 1),
      thumbnail_url: text(3000, 1),
    },
    {
      title_url: text(3000),
      author_name: text(50),
      provider_name: text(50),
      provider_icon_url: text(3000),
      description: plainText(200),
    },
  ),
};

const messageOnly: Record<string, Check> = {
  markdown: block({ text: text(12_000, 1) }),
  table: block({ rows: list(list(cell, 20, 1), 100, 1) }, { column_settings: list(tableColumn, 20) }),
  data_table: block(
    { rows: list(list(cell, 20, 1), 101, 2), caption: text(3000, 1) },
    { page_size: number(1), row_header_column_index: number(0) },
  ),
  card,
  carousel: block({ elements: list(card, 10, 1) }),
  context_actions: block({ elements: list(contextActionElement, 5, 1) }),
  data_visualization: dataVisualization,
  file: block({ external_id: text(255, 1), source: oneOf('remote') }),
  task_card: taskCard,
  plan: block({ title: text(3000, 1) }, { tasks: list(taskCard, 100) }),
};

/** The blocks that each surface takes; data_visualization also on the Home, alert only in a modal. */
export const blockRules: Record<Surface, Record<string, Check>> = {
  message: { ...everywhere, ...messageOnly },
  modal: {
    ...everywhere,
    alert: block({ text: anyText(200) }, { level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  },
  home: { ...everywhere, data_visualization: dataVisualization },
};
