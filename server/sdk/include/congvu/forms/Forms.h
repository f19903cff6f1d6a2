// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::forms {

/// A named place on a page: "NguoiKy", "CoQuan", "SoKyHieu", "NgayBanHanh". Points, origin at the lower left.
struct Anchor {
    std::string name;
    int page = 1;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct RenderedForm {
    std::string pdf;
    int pages = 0;
    std::vector<Anchor> anchors;
};

/// Light for the preview ("DỰ THẢO", no fields), or the final file with its reserved fields.
enum class RenderPurpose { preview, final };

/// The document forms of templates/ (Decree 30/2020, Appendix I and III).
class Forms {
public:
    virtual ~Forms() = default;
    /// JSON array of {id, version, name{vi,en}, abbreviation, category ("document", "copy"), source, fields[…]}, shared fields put in.
    [[nodiscard]] virtual std::string listJson() const = 0;
    /// One form as the list has it, if there is such a form.
    [[nodiscard]] virtual std::optional<std::string> formJson(std::string_view id) const = 0;
    /// Lays the form out; AppError::invalid with pointers into `fieldsJson` for wrong values, notFound for an unknown form.
    virtual RenderedForm render(std::string_view formId, std::string_view fieldsJson, RenderPurpose purpose) = 0;
};

}  // namespace congvu::forms
