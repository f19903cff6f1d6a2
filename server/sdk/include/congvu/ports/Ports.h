// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

namespace congvu::ports {

/// Questions that need an answer now. An interface in sdk/ports has `static constexpr std::string_view kPort`; one plugin provides it,
/// others ask.
class Ports {
public:
    virtual ~Ports() = default;

    template <class Interface>
    void provide(std::shared_ptr<Interface> implementation) {
        provideErased(Interface::kPort, std::static_pointer_cast<void>(std::move(implementation)));
    }
    /// Nothing when no running plugin provides it: say so to the user, do not fail.
    template <class Interface>
    [[nodiscard]] std::shared_ptr<Interface> find() const {
        return std::static_pointer_cast<Interface>(findErased(Interface::kPort));
    }

protected:
    virtual void provideErased(std::string_view port, std::shared_ptr<void> implementation) = 0;
    [[nodiscard]] virtual std::shared_ptr<void> findErased(std::string_view port) const = 0;
};

}  // namespace congvu::ports
