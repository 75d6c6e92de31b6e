import { editing } from './editing';
import { navigation } from './navigation';
import { problems } from './problems';
import { reading } from './reading';
import type { RequestGroup } from './request';
import { tunnels } from './tunnels';
import { writing } from './writing';

/** Everything that the server answers. */
export const requestGroups: readonly RequestGroup[] = [
  reading,
  problems,
  navigation,
  editing,
  writing,
  tunnels,
];
