// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::incoming {

/// Độ mật (Decree 30/2020, Appendix I, component 10a): mật, tối mật, tuyệt mật. Only a register of secret documents may hold one.
enum class Secrecy { none, secret, highlySecret, topSecret };

/// All that is ever written of the subject of a secret document (Law 117/2025/QH15).
inline constexpr std::string_view kSecretSubject = "Văn bản mật";

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::Secrecy> {
    using Secrecy = congvu::incoming::Secrecy;
    static constexpr std::array values{
        std::pair{Secrecy::none, std::string_view{"none"}}, std::pair{Secrecy::secret, std::string_view{"secret"}},
        std::pair{Secrecy::highlySecret, std::string_view{"highly_secret"}}, std::pair{Secrecy::topSecret, std::string_view{"top_secret"}}};
};
