"use client";

import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Opens the browser's own print window. */
export const PrintButton = ({ children }: { children: ReactNode }) => <Button look="primary" icon={<Icon of={Printer} />} onClick={() => window.print()}>{children}</Button>;
