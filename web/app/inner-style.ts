/** The style sheets of pages on which scripts run; public pages carry theirs inline. */
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Button.css";
import "@mantine/core/styles/VisuallyHidden.css";
import "@mantine/core/styles/Input.css";
import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/PasswordInput.css";
import "@mantine/core/styles/Checkbox.css";
import "@mantine/core/styles/Loader.css";
import "@mantine/core/styles/ActionIcon.css";
import "@mantine/core/styles/Combobox.css";
import "../ui/style/page.css";
import "../ui/style/inner.css";
import "../ui/style/desk.css";
import "../ui/style/registry.css";
import "../ui/style/sign-in.css";
