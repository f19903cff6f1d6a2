// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace congvu::host {

/// True for "http://127.0.0.1:14127", with localhost, https or without a port likewise: a program on the visitor's own computer. Nothing
/// else may be put into the content security policy by a setting, neither another host nor another directive.
bool isLocalOrigin(std::string_view text);

}  // namespace congvu::host
