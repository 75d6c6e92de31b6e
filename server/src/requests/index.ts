import { editing } from './editing';
import { making } from './making';
import { navigation } from './navigation';
import { reading } from './reading';
import type { RequestGroup } from './request';
import { tunnels } from './tunnels';
import { writing } from './writing';

/** Everything that the server answers. */
export const requestGroups: readonly RequestGroup[] = [
  reading,
  navigation,
  editing,
  writing,
  tunnels,
  making,
];
