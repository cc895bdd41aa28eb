const COURSE = "http://purl.imsglobal.org/vocab/lis/v2/membership";

const isRole = (role: string, name: string): boolean => role === name || role === `${COURSE}#${name}` || role.startsWith(`${COURSE}/${name}#`);

/**
 * What somebody is here by their roles in the course: a teacher (who teaches, or helps to), a pupil (who learns), or
 * neither. Roles in the school or on the platform count for nothing: an administrator teaches no course by that.
 */
export function roleHere(roles: readonly string[]): "teacher" | "pupil" | null {
  if (roles.some((role) => isRole(role, "Instructor"))) return "teacher";
  return roles.some((role) => isRole(role, "Learner")) ? "pupil" : null;
}
