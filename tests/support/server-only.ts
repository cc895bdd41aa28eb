// Stands for the package server-only, whose real module refuses to load outside React's server build.
export {};
