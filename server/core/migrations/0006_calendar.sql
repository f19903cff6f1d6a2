-- SPDX-License-Identifier: Apache-2.0
-- Days that differ from Monday to Friday. Holidays of the Labour Code 2019, Art. 111 and 112, and the swap days decided for 2025 and 2026;
-- an administrator enters later years.
CREATE TABLE core_calendar_day (
    day TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name_vi TEXT NOT NULL,
    name_en TEXT NOT NULL
);
INSERT INTO core_calendar_day (day, kind, name_vi, name_en) VALUES
    ('2025-01-01', 'holiday', 'Tết Dương lịch', 'New Year'),
    ('2025-01-27', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2025-01-28', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2025-01-29', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2025-01-30', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2025-01-31', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương', 'Hùng Kings Commemoration Day'),
    ('2025-04-26', 'make_up_workday', 'Làm bù', 'Make-up working day'),
    ('2025-04-30', 'holiday', 'Ngày Chiến thắng', 'Reunification Day'),
    ('2025-05-01', 'holiday', 'Ngày Quốc tế lao động', 'International Labour Day'),
    ('2025-05-02', 'holiday', 'Nghỉ hoán đổi', 'Swapped day off'),
    ('2025-09-01', 'holiday', 'Quốc khánh', 'National Day'),
    ('2025-09-02', 'holiday', 'Quốc khánh', 'National Day'),
    ('2026-01-01', 'holiday', 'Tết Dương lịch', 'New Year'),
    ('2026-01-02', 'holiday', 'Nghỉ hoán đổi', 'Swapped day off'),
    ('2026-01-10', 'make_up_workday', 'Làm bù', 'Make-up working day'),
    ('2026-02-16', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2026-02-17', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2026-02-18', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2026-02-19', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2026-02-20', 'holiday', 'Tết Nguyên đán', 'Lunar New Year'),
    ('2026-04-27', 'holiday', 'Giỗ Tổ Hùng Vương', 'Hùng Kings Commemoration Day'),
    ('2026-04-30', 'holiday', 'Ngày Chiến thắng', 'Reunification Day'),
    ('2026-05-01', 'holiday', 'Ngày Quốc tế lao động', 'International Labour Day'),
    ('2026-08-22', 'make_up_workday', 'Làm bù', 'Make-up working day'),
    ('2026-08-31', 'holiday', 'Nghỉ hoán đổi', 'Swapped day off'),
    ('2026-09-01', 'holiday', 'Quốc khánh', 'National Day'),
    ('2026-09-02', 'holiday', 'Quốc khánh', 'National Day');
